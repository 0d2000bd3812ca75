using VideoGen.Sdk.Sqlite.Tests.Costs;
using VideoGen.Sdk.Sqlite.Tests.Jobs;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace VideoGen.Sdk.Sqlite.Tests;

/// <summary>The test program, or, when a test starts it with a word of its own, a second process on the test's database file.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [HoldingProcess.Word, var path] => HoldingProcess.RunAsync(path),
        [CrowdProcess.Word, var path, var name] => CrowdProcess.RunAsync(path, name),
        [JobProcess.WriteWord, var path] => JobProcess.WriteAsync(path),
        [JobProcess.ShareWord, var path, var name] => JobProcess.ShareAsync(path, name),
        _ when args.Any(arg => arg is "--server" or "--internal-msbuild-node") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
