namespace Optimise;

/// <summary>Where the time went, in seconds.</summary>
internal sealed record TimesTaken(double Probe, double Loudness, double Encode, double Total);
