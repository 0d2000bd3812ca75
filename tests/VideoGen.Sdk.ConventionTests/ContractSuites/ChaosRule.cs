namespace VideoGen.Sdk.ConventionTests.ContractSuites;

/// <summary>Every public seam has a chaos double in the testing package, so that apps can see what they do when it fails.</summary>
internal static class ChaosRule
{
    // What apps call or configure, not what they or we stand behind the engine.
    private static readonly string[] NoSeams = ["IVideoGenerator", "IVideoCallbacks", "IVideoGenerationBuilder", "IProviderSource"];

    public static IEnumerable<Type> Seams(IEnumerable<Type> types) => types.Where(type => type.IsInterface && !NoSeams.Contains(type.Name));

    public static IEnumerable<string> Faults(IReadOnlyCollection<Type> types) =>
        from seam in Seams(types)
        let name = "Chaos" + seam.Name[1..]
        where !types.Any(type => type is { IsClass: true, IsAbstract: false } && type.Name == name && seam.IsAssignableFrom(type))
        select $"{seam.Name} has no public double {name} in VideoGen.Sdk.Testing/Chaos";
}
