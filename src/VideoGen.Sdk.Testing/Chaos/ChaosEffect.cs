namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>What happens to one write of a store, or one call of another seam.</summary>
public enum ChaosEffect
{
    /// <summary>It fails as its seam says that it may, and nothing is written or asked.</summary>
    Fail,

    /// <summary>It is written or takes its effect, and its answer is lost.</summary>
    LoseAnswer,

    /// <summary>It fails with an exception that its seam should never throw, and nothing is written.</summary>
    Defect,

    /// <summary>The process dies before it.</summary>
    DieBefore,

    /// <summary>It is written, and the process dies before it learns of it.</summary>
    DieAfter,
}
