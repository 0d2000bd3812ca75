namespace VideoGen.Sdk.Media.Running;

/// <summary>Lets the kernel hold the memory of a run: a decoder that is fed nonsense may ask for all there is.</summary>
internal static class MemoryLimit
{
    private static readonly string? Program = OperatingSystem.IsLinux() ? new[] { "/usr/bin/prlimit", "/bin/prlimit" }.FirstOrDefault(File.Exists) : null;

    /// <summary>What to start in place of the program, and the arguments that go before its own. <c>prlimit</c> becomes the program: there is no second process.</summary>
    public static (string Program, string Before) Around(string program, MediaOptions options) => Program is { } prlimit && options.MaxMemoryMegabytes is { } most
        ? (prlimit, CommandLine.Of(FormattableString.Invariant($"--as={most * 1_000_000L}"), "--core=0", "--", program) + " ")
        : (program, "");
}
