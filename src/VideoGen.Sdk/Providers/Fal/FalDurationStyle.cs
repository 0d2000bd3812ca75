namespace VideoGen.Sdk.Providers.Fal;

/// <summary>How a model wants its length written; models on fal do not agree.</summary>
public enum FalDurationStyle
{
    /// <summary>A number, <c>5</c>: Pika's models by the newest types (2026-08).</summary>
    Number,

    /// <summary>Text, <c>"5"</c>: Pika's models by the packed JavaScript client 1.10.1, and several other vendors' models.</summary>
    Text,

    /// <summary>Text with its unit, <c>"5s"</c>.</summary>
    TextWithUnit,
}
