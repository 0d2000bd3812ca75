namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>What happens to one write.</summary>
public enum ChaosEffect
{
    /// <summary>It fails and nothing is written.</summary>
    Fail,

    /// <summary>It is written, and its answer is lost.</summary>
    LoseAnswer,

    /// <summary>It fails with an exception that no store should throw, and nothing is written.</summary>
    Defect,

    /// <summary>The process dies before it.</summary>
    DieBefore,

    /// <summary>It is written, and the process dies before it learns of it.</summary>
    DieAfter,
}
