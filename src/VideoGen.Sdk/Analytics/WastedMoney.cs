namespace VideoGen.Sdk.Analytics;

/// <summary>Money that bought no video, in USD.</summary>
/// <param name="RejectedUsd">Charged for attempts that failed or were refused.</param>
/// <param name="DuplicateUsd">Charged for a second video of a job that had one.</param>
/// <param name="UnknownUsd">Held or presumed charged for attempts whose outcome nobody knows.</param>
public sealed record WastedMoney(decimal RejectedUsd, decimal DuplicateUsd, decimal UnknownUsd)
{
    /// <summary>All of it.</summary>
    public decimal TotalUsd => RejectedUsd + DuplicateUsd + UnknownUsd;
}
