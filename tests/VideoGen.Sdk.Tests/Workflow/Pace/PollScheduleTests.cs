using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow.Pace;

/// <summary>Few questions and an end that is found soon, over vendors of many kinds.</summary>
public sealed class PollScheduleTests
{
    private const int Settled = 60;

    public static TheoryData<string> Laws => [.. LawOf.Keys];

    private static Dictionary<string, (double Typical, double Floor, Func<Random, double> Seconds)> LawOf { get; } = new()
    {
        ["steady, 40 s"] = (15, 2, random => ModelVendor.Lognormal(random, 40, 0.1)),
        ["usual, 3 min"] = (180, 5, random => ModelVendor.Lognormal(random, 170, 0.25)),
        ["wide, 4 min where the catalogue says 2"] = (120, 5, random => ModelVendor.Lognormal(random, 240, 0.4)),
        ["long, 25 min where the catalogue says 3"] = (180, 5, random => ModelVendor.Lognormal(random, 1500, 0.3)),
        ["quick, 12 s where the catalogue says 2 min"] = (120, 1, random => ModelVendor.Lognormal(random, 12, 0.2)),
        ["two kinds of 1 and 5 min"] = (180, 5, random => ModelVendor.Lognormal(random, random.NextDouble() < 0.5 ? 60 : 300, 0.12)),
        ["mostly 90 s and now and then 10 min"] = (120, 5, random => ModelVendor.Lognormal(random, random.NextDouble() < 0.9 ? 90 : 600, 0.15)),
    };

    [Theory]
    [MemberData(nameof(Laws))]
    public void At_most_twelve_calls_a_video_find_its_end_within_a_twentieth_of_its_time_or_a_second(string law)
    {
        var (typical, floor, seconds) = LawOf[law];
        var vendor = new ModelVendor(TimeSpan.FromSeconds(typical), TimeSpan.FromSeconds(floor), seed: 7);
        vendor.Make(600, seconds);

        MustBeGood(vendor, Settled);
    }

    [Theory]
    [InlineData(3.0)]
    [InlineData(0.3)]
    public void A_vendor_that_suddenly_takes_another_time_is_learned(double factor)
    {
        var vendor = new ModelVendor(TimeSpan.FromSeconds(180), TimeSpan.FromSeconds(5), seed: 7);
        vendor.Make(200, random => ModelVendor.Lognormal(random, 300, 0.25));
        vendor.Make(200, random => ModelVendor.Lognormal(random, 300 * factor, 0.25));

        MustBeGood(vendor, 200 + Settled);
        var meanwhile = vendor.Videos.Skip(200).Take(Settled).ToList();
        Assert.InRange(meanwhile.Average(video => video.Calls), 1, 16);
        Assert.True(meanwhile.TrueForAll(video => video.Lag < video.Took * 2));
    }

    [Fact]
    public void Nothing_known_is_asked_for_by_the_catalogues_time()
    {
        var vendor = new ModelVendor(TimeSpan.FromSeconds(180), TimeSpan.FromSeconds(5), seed: 7);
        vendor.Make(PollSchedule.Enough - 1, random => ModelVendor.Lognormal(random, 180, 0.25));

        Assert.All(vendor.Videos, video => Assert.InRange(video.Calls, 1, 20));
        Assert.All(vendor.Videos, video => Assert.InRange(video.Lag / video.Took, 0, 0.2));
    }

    [Fact]
    public void A_wait_is_never_shorter_than_a_second_nor_longer_than_ten_minutes()
    {
        TimeSpan[] day = [.. Enumerable.Repeat(TimeSpan.FromDays(1), 10)];
        for (var minute = 0; minute < 3000; minute++)
        {
            Assert.InRange(PollSchedule.Wait(TimeSpan.FromMinutes(minute), day, TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
            Assert.InRange(PollSchedule.Wait(TimeSpan.FromMinutes(minute), [], TimeSpan.FromMilliseconds(1)), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        }
    }

    private static void MustBeGood(ModelVendor vendor, int from)
    {
        var (calls, share, lag) = vendor.From(from);
        Assert.True(calls <= 12, $"{calls:0.0} calls a video");
        Assert.True(share < 0.05 || lag < TimeSpan.FromSeconds(1), $"found {share:P1} late, {lag.TotalSeconds:0.0} s");
    }
}
