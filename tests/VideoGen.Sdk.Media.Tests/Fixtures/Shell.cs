using System.Diagnostics;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>Runs a program with real argument passing, apart from the code under test.</summary>
internal static class Shell
{
    public static string Run(string program, params string[] arguments) => Both(program, arguments).Output;

    /// <summary>What it says on its error stream.</summary>
    public static string Errors(string program, params string[] arguments) => Both(program, arguments).Errors;

    private static (string Output, string Errors) Both(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return (output, errors.Result);
    }

    /// <summary>Makes a clip; the words are ffmpeg arguments parted by single spaces.</summary>
    public static string Clip(string path, string arguments)
    {
        Run("ffmpeg", [.. $"-v error -y {arguments}".Split(' ', StringSplitOptions.RemoveEmptyEntries), path]);
        return path;
    }
}
