namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Whom the character of a performance follows.</summary>
public enum KlingCharacterOrientation
{
    /// <summary>The driving clip: 3 to 30 seconds.</summary>
    Video,

    /// <summary>The picture: 3 to 10 seconds.</summary>
    Image,
}
