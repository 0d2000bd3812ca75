using System.Diagnostics.Metrics;

namespace VideoGen.Sdk.Diagnostics;

/// <summary>The instruments of the SDK. Safe for use by many threads at once.</summary>
internal sealed class VideoMetrics
{
    // Videos take from seconds to an hour; the usual buckets end after ten seconds.
    private static readonly InstrumentAdvice<double> Minutes = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800, 3600, 7200] };

    private static readonly InstrumentAdvice<long> Sizes = new()
    {
        HistogramBucketBoundaries = [100_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000, 100_000_000, 200_000_000, 500_000_000, 1_000_000_000],
    };

    public VideoMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(VideoGenerationDiagnostics.MeterName);
        ActiveJobs = meter.CreateUpDownCounter<long>(TelemetryNames.ActiveJobs, "{job}", "Jobs that this process runs now, waiting ones included.");
        JobDuration = meter.CreateHistogram(TelemetryNames.JobDuration, "s", "From the making of a job to its end.", advice: Minutes);
        OperationDuration = meter.CreateHistogram(TelemetryNames.OperationDuration, "s", "From the paid request of an attempt to its end at the vendor.", advice: Minutes);
        Polls = meter.CreateCounter<long>(TelemetryNames.Polls, "{request}", "Questions to vendors how a job stands.");
        Charged = meter.CreateCounter<double>(TelemetryNames.Charged, "USD", "Money booked as charged by jobs that this process ran. The ledger is exact; this is for watching.");
        Unverified = meter.CreateCounter<double>(TelemetryNames.Unverified, "USD", "Money left held because nobody knows what became of it.");
        Downloaded = meter.CreateHistogram(TelemetryNames.Downloaded, "By", "Size of the videos brought home.", advice: Sizes);
    }

    public UpDownCounter<long> ActiveJobs { get; }

    public Histogram<double> JobDuration { get; }

    public Histogram<double> OperationDuration { get; }

    public Counter<long> Polls { get; }

    public Counter<double> Charged { get; }

    public Counter<double> Unverified { get; }

    public Histogram<long> Downloaded { get; }
}
