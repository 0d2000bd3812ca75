namespace VideoGen.Sdk.Http;

/// <summary>Something in the pipeline tried to send a request that may be sent once only a second time, or without a ticket. Nothing left.</summary>
internal sealed class RepeatedSendException(string message) : InvalidOperationException(message);
