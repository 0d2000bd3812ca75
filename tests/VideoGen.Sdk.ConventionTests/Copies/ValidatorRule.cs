using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>Every options class has a validator beside it, or is part of options that have one: a mistyped limit must stop the start, not cost money.</summary>
internal static class ValidatorRule
{
    // Options of the test doubles are written in code by whoever writes the test; no configuration reaches them.
    private const string Doubles = "VideoGen.Sdk.Testing";

    public static bool IsBound(Type type) => OptionsRule.IsOptions(type) && type.Assembly.GetName().Name != Doubles && !IsArgument(type);

    // What can only be set while it is made is handed to a call, which checks it; no configuration reaches it.
    private static bool IsArgument(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).All(IsInitOnly);

    private static bool IsInitOnly(PropertyInfo property) => property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    public static IEnumerable<string> Faults(IReadOnlyList<Type> options) =>
        options.Where(type => !HasValidator(type) && !options.Any(whole => whole != type && HasValidator(whole) && IsPartOf(type, whole)))
            .Select(type => $"{type}: no IValidateOptions<{type.Name}> in {type.Assembly.GetName().Name}, so a wrong value is found only when it costs something");

    private static bool HasValidator(Type type) =>
        type.Assembly.GetTypes().Any(candidate => candidate is { IsClass: true, IsAbstract: false } && typeof(IValidateOptions<>).MakeGenericType(type).IsAssignableFrom(candidate));

    private static bool IsPartOf(Type part, Type whole) =>
        whole.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(p => p.PropertyType == part || p.PropertyType.GetGenericArguments().Contains(part));
}
