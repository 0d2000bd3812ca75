namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Which of Kling's two API generations an account speaks. Both live side by side since 2026-06-17 and the vendor names no end of the older.</summary>
public enum KlingStandard
{
    /// <summary>The model is part of the path. Needs an API key.</summary>
    New,

    /// <summary><c>/v1/videos/…</c> with the model in the body. Takes an API key, or an access key with its secret key.</summary>
    Legacy,
}
