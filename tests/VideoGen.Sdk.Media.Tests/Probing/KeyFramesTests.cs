using VideoGen.Sdk.Media.Probing;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Probing;

public sealed class KeyFramesTests
{
    [Fact]
    public void The_longest_gap_is_found_also_at_the_end()
    {
        Assert.Equal(TimeSpan.FromSeconds(2), KeyFrames.Read(["0,K_", "1,__", "2,K_", "3,__"]).Longest);
        Assert.Equal(TimeSpan.FromSeconds(7), KeyFrames.Read(["0,K_", "1,__", "7,__,"]).Longest);
    }

    [Fact]
    public void A_frame_that_shows_before_its_key_frame_opens_the_group()
    {
        Assert.True(KeyFrames.Read(["0,K__", "2,___", "1,___", "3,K__", "5,___", "4,___"]).IsClosed);
        Assert.False(KeyFrames.Read(["0,K__", "1,___", "3,K__", "2,___"]).IsClosed);
    }

    [Fact]
    public void Lines_without_a_time_are_passed_over() =>
        Assert.Equal(new KeyFrames(TimeSpan.FromSeconds(1), true), KeyFrames.Read(["N/A,K__", "", "0.0,K__", "1.0,K__"]));
}
