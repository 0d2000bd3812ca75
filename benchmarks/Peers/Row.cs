namespace VideoGen.Sdk.Peers;

/// <summary>One line of the table.</summary>
/// <param name="Store">What keeps the jobs; lines of one store are compared with each other.</param>
/// <param name="Name">Who was measured, and how.</param>
/// <param name="MeasureAsync">Measures.</param>
internal sealed record Row(string Store, string Name, Func<Task<Rate>> MeasureAsync);
