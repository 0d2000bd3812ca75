using System.Diagnostics;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>Runs a program with real argument passing, apart from the code under test.</summary>
internal static class Shell
{
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return output;
    }

    /// <summary>Makes a clip; the words are ffmpeg arguments parted by single spaces.</summary>
    public static string Clip(string path, string arguments)
    {
        Run("ffmpeg", [.. $"-v error -y {arguments}".Split(' ', StringSplitOptions.RemoveEmptyEntries), path]);
        return path;
    }
}
