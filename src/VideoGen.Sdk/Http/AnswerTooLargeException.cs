namespace VideoGen.Sdk.Http;

/// <summary>An answer went past the endpoint's limit; the rest was not read.</summary>
internal sealed class AnswerTooLargeException(int limit) : IOException($"The answer is larger than {limit} bytes.");
