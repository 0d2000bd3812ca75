using System.Collections;
using System.Diagnostics;

namespace PackageTests;

/// <summary>Runs a program to its end and hands back what it said on stdout; an exit code other than zero fails the test with all it said.</summary>
internal static class CommandLine
{
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfTheOuterBuild))
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = Repository.PackagesFolder;
        // A build server left behind would hold this process's pipes open, and the test would wait for it.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }

    // `dotnet test` tells its children about itself; a fresh build in another folder must not believe that.
    private static bool IsOfTheOuterBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal) || name is "DOTNET_CLI_TEST_COMMAND_WORKING_DIRECTORY";
}
