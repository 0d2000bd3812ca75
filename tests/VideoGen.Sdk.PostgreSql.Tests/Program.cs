using VideoGen.Sdk.PostgreSql.Tests.Costs;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace VideoGen.Sdk.PostgreSql.Tests;

/// <summary>The test program, or, when a test starts it with a word of its own, one of many processes on the test's server.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [CrowdProcess.Word, var schema, var name] => CrowdProcess.RunAsync(schema, name),
        _ when args.Any(arg => arg is "--server" or "--internal-msbuild-node") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
