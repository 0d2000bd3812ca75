using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>What a saved thing is made of: its settable properties, without those that are never written.</summary>
internal static class Shape
{
    public static bool IsList(object value) => value is IEnumerable and not string;

    public static bool IsOurs(object value) =>
        value.GetType().Namespace?.StartsWith("VideoGen.Sdk", StringComparison.Ordinal) == true && !value.GetType().IsEnum && !value.GetType().IsValueType;

    public static IEnumerable<PropertyInfo> PropertiesOf(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    public static List<object?> ElementsOf(object list) => [.. ((IEnumerable)list).Cast<object?>()];
}
