using System.Reflection;

namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>A copy made by <c>with</c> equals its original and has lost no property; a hand-written copy constructor or Equals can break both.</summary>
internal static class RecordRule
{
    /// <summary>Concrete record classes; the copy of a struct is made by the runtime and cannot lose anything.</summary>
    public static bool IsRecord(Type type) => !type.IsAbstract && !type.ContainsGenericParameters && Clone(type) is not null;

    public static IEnumerable<string> Faults(Type type)
    {
        var original = Sample.Filled(type);
        var copy = Clone(type)!.Invoke(original, null)!;
        if (!original.Equals(copy))
        {
            yield return $"{type}: a copy does not equal its original";
        }

        foreach (var property in Sample.Settable(type))
        {
            var (before, after) = (property.GetValue(original), property.GetValue(copy));
            if (!Equals(before, after))
            {
                yield return $"{type}.{property.Name}: '{before}' became '{after}' in a copy";
            }
        }
    }

    private static MethodInfo? Clone(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance);
}
