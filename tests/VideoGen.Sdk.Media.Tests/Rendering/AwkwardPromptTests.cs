using Moq;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Providers;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Rendering;

public sealed class AwkwardPromptTests
{
    public static TheoryData<string, string> Prompts { get; } = new()
    {
        { "quotes", "it's \"quoted\" `twice` zzmark" },
        { "injection", "zzmark',drawtext=textfile=/etc/hostname:x='0" },
        { "arguments", "zzmark\" -f null - -i /etc/hostname \"" },
        { "expansion", "100% %{localtime} %{metadata\\:x} zzmark" },
        { "backslashes", "C:\\new\\temp\\ zzmark \\" },
        { "graph", "zzmark [a];[b] =:, movie=/etc/passwd;" },
        { "newlines", "one\r\ntwo\n\n\tthree\u2028four zzmark" },
        { "control", "nul\0bell\a esc\u001b[31m del\u007f zzmark" },
        { "emoji", "zzmark 😀🎉👩‍👩‍👧‍👦🏳️‍🌈 only some can be written" },
        { "only emoji", "🦄🧿🪐" },
        { "right to left", "שלום עולם zzmark مرحبا بالعالم \u202e override" },
        { "chinese", "清晨的小厨房里,咖啡冒着热气 zzmark" },
        { "many fonts", string.Concat(Enumerable.Repeat("a世b界", 200)) + "zzmark" },
        { "broken surrogates", "half \ud83d and \udc00 zzmark" },
        { "one long word", new string('x', 3000) + "zzmark" },
        { "ten thousand", string.Concat(Enumerable.Repeat("A slow morning zzmark. ", 500))[..10_000] },
    };

    [Theory]
    [MemberData(nameof(Prompts))]
    public async Task Outside_text_never_reaches_the_command_line(string kind, string prompt)
    {
        using var scratch = new Scratch();
        var runner = new RecordingRunner();

        var file = await Local.RenderAsync(scratch, Local.Spec(prompt), runner);

        var call = Assert.Single(runner.Calls);
        Assert.DoesNotContain("zzmark", call.Arguments, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/etc/", call.Arguments, StringComparison.Ordinal);
        Assert.True(call.Arguments.Length < 100_000, kind);
        Assert.All(call.Arguments, c => Assert.InRange(c, ' ', '~'));
        var measured = await Measured.FileAsync(file);
        Assert.Equal((480, 854), (measured.Width, measured.Height));
        Assert.InRange(measured.Duration.TotalSeconds, 0.9, 1.1);
    }

    [Fact]
    public async Task A_long_prompt_in_a_long_video_stays_within_one_command_line()
    {
        using var scratch = new Scratch();
        var runner = new Mock<IToolRunner>();
        ToolCall? seen = null;
        runner.Setup(r => r.RunAsync(It.IsAny<ToolCall>(), It.IsAny<CancellationToken>()))
            .Callback<ToolCall, CancellationToken>((call, _) => seen = call)
            .ReturnsAsync(new ToolOutput(1, [], ["stopped here"]));

        await Assert.ThrowsAsync<ProviderCallException>(() =>
            Local.RenderAsync(scratch, Local.Spec(string.Concat(Enumerable.Repeat("Many words for a minute. ", 400)), seconds: 60), runner.Object));

        Assert.InRange(seen!.Arguments.Length, 1000, 32_000);
        Assert.Empty(scratch.Entries);
    }
}
