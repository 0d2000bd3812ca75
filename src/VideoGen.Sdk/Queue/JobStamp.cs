namespace VideoGen.Sdk.Queue;

/// <summary>The store's stamp on a job: who may save it. Every save checks owner, epoch and version in the same statement that writes.</summary>
/// <param name="Version">Rises with every save.</param>
/// <param name="OwnerId">The owner; null when nobody runs it.</param>
/// <param name="Epoch">Rises with every change of owner.</param>
/// <param name="Adoptions">How often in a row an owner died executing the present stage with nothing saved between.</param>
public sealed record JobStamp(long Version, string? OwnerId, long Epoch, int Adoptions);
