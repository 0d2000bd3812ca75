namespace VideoGen.Sdk.Queue;

/// <summary>Note that a vendor's event was dealt with, so that a second delivery of it is known as one. Only of verified deliveries: strangers must not fill the store.</summary>
public sealed record CallbackNote
{
    /// <summary>Provider name.</summary>
    public required string Provider { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    /// <summary>The vendor's id of the event, constant over redeliveries; unique within the account.</summary>
    public required string EventId { get; init; }

    /// <summary>The job it was about.</summary>
    public required string JobId { get; init; }
}
