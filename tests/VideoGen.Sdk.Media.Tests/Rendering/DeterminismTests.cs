using VideoGen.Sdk.Media.Rendering;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Rendering;

public sealed class DeterminismTests
{
    /// <summary>Seeds that give each of the four scenes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public async Task The_same_prompt_and_seed_give_the_same_bytes(long seed)
    {
        using var scratch = new Scratch();

        var first = await Local.RenderAsync(scratch, Local.Spec("Twice the same", seed: seed), name: "first.mp4");
        var second = await Local.RenderAsync(scratch, Local.Spec("Twice the same", seed: seed), name: "second.mp4");

        Assert.Equal(await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(second, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_a_seed_the_prompt_decides_the_look()
    {
        Assert.Equal(Throws("a sea"), Throws("a sea"));
        Assert.NotEqual(Throws("a sea"), Throws("a forest"));
        Assert.Equal(Throws("a sea", 7), Throws("a forest", 7));
        Assert.NotEqual(Throws("a sea", 7), Throws("a sea", 8));
    }

    [Fact]
    public void The_throws_never_change_between_versions() =>
        Assert.Equal([90, 91, 30, 61, 92], Throws("a sea", 42).Take(5));

    [Fact]
    public void Every_scene_comes_up()
    {
        var scenes = Enumerable.Range(0, 40).Select(seed => SeedDice.For(Recipe("x", seed)).Below(4)).Distinct();

        Assert.Equal(4, scenes.Count());
    }

    private static IReadOnlyList<int> Throws(string prompt, long? seed = null)
    {
        var dice = SeedDice.For(Recipe(prompt, seed));
        return [.. Enumerable.Range(0, 8).Select(_ => dice.Below(100))];
    }

    private static RenderRecipe Recipe(string prompt, long? seed) => new()
    {
        Version = RenderRecipe.PresentVersion,
        Prompt = prompt,
        Seed = seed,
        Width = 480,
        Height = 854,
        Seconds = 1,
        FramesPerSecond = 30,
        Sound = true,
    };
}
