using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using VideoGen.Sdk.Diagnostics;

namespace VideoGen.Sdk.Tests.Workflow.Telemetry;

/// <summary>What OpenTelemetry's own exporter hears of one caller's trace and of providers of one name, whatever other tests do beside it.</summary>
internal sealed class HeardTelemetry : IDisposable
{
    private static readonly ActivitySource Callers = new("VideoGen.Sdk.Tests.Caller");

    private readonly List<Activity> spans = [];
    private readonly List<Metric> metrics = [];
    private readonly TracerProvider tracer;
    private readonly MeterProvider meter;

    public HeardTelemetry()
    {
        tracer = OpenTelemetry.Sdk.CreateTracerProviderBuilder().AddSource(VideoGenerationDiagnostics.ActivitySourceName, Callers.Name).AddInMemoryExporter(spans).Build();
        meter = OpenTelemetry.Sdk.CreateMeterProviderBuilder().AddMeter(VideoGenerationDiagnostics.MeterName).AddInMemoryExporter(metrics).Build();
    }

    /// <summary>Begins a caller's own span.</summary>
    public static Activity Call() => Callers.StartActivity("caller")!;

    /// <summary>The spans of a trace that have ended, in the order of their beginning.</summary>
    public IReadOnlyList<Activity> SpansOf(ActivityTraceId trace)
    {
        tracer.ForceFlush();
        lock (spans)
        {
            return [.. spans.ToArray().Where(span => span.TraceId == trace).OrderBy(span => span.StartTimeUtc)];
        }
    }

    /// <summary>The points of an instrument that carry a tag of this value.</summary>
    public IReadOnlyList<MetricPoint> PointsOf(string instrument, string tag, string value)
    {
        metrics.Clear();
        meter.ForceFlush();
        var points = new List<MetricPoint>();
        foreach (var metric in metrics.Where(metric => metric.Name == instrument))
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                foreach (var (key, found) in point.Tags)
                {
                    if (key == tag && found as string == value)
                    {
                        points.Add(point);
                    }
                }
            }
        }

        return points;
    }

    public void Dispose()
    {
        tracer.Dispose();
        meter.Dispose();
    }
}
