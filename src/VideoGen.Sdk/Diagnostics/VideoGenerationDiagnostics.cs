namespace VideoGen.Sdk.Diagnostics;

/// <summary>The names under which spans and metrics are heard, by OpenTelemetry (<c>AddSource</c>, <c>AddMeter</c>) or any other listener. Nothing is recorded, and next to nothing costs, while nobody listens.</summary>
public static class VideoGenerationDiagnostics
{
    /// <summary>The activity source: one span per run of a job, with its attempts and stages below it.</summary>
    public const string ActivitySourceName = "VideoGen.Sdk";

    /// <summary>The meter.</summary>
    public const string MeterName = "VideoGen.Sdk";
}
