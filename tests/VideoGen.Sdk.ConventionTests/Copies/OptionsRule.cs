using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>Writes each property of an options class into configuration, binds it, and looks whether it arrived.</summary>
internal static class OptionsRule
{
    public static bool IsOptions(Type type) => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.Name.EndsWith("Options", StringComparison.Ordinal);

    public static IEnumerable<string> Faults(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            return [$"{type}: no constructor without parameters, so configuration cannot make one"];
        }

        return Bindable(type).SelectMany(property => Faults(type, property));
    }

    private static IEnumerable<string> Faults(Type type, PropertyInfo property)
    {
        var written = new Dictionary<string, string?>();
        Write(written, property.Name, property.PropertyType, property.GetValue(Activator.CreateInstance(type)));
        if (written.Count == 0)
        {
            return [$"{type}.{property.Name}: no configuration value can express {property.PropertyType}"];
        }

        var bound = Activator.CreateInstance(type)!;
        try
        {
            new ConfigurationBuilder().AddInMemoryCollection(written).Build().Bind(bound);
        }
        catch (InvalidOperationException refused)
        {
            return [$"{type}.{property.Name}: {refused.Message}"];
        }

        var read = new Dictionary<string, string?>();
        Read(read, property.Name, property.GetValue(bound));
        return written.Where(pair => read.GetValueOrDefault(pair.Key) != pair.Value)
            .Select(pair => $"{type}: {pair.Key}='{pair.Value}' was bound to '{read.GetValueOrDefault(pair.Key)}'");
    }

    // A collection without a setter is filled in place.
    private static IEnumerable<PropertyInfo> Bindable(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && !IsSetInCode(property.PropertyType))
        .Where(property => property.SetMethod is { IsPublic: true } || ElementOf(property.PropertyType) is not null);

    // Delegates and services; no file could hold one.
    private static bool IsSetInCode(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) || type == typeof(TimeProvider) || (type.IsInterface && ElementOf(type) is null);

    private static void Write(Dictionary<string, string?> into, string path, Type type, object? current)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        if (IsScalar(kind))
        {
            into[path] = Text(kind == typeof(bool) ? current is not true : Sample.Of(kind));
        }
        else if (ElementOf(kind) is { } element)
        {
            var key = kind.IsGenericType && kind.GetGenericArguments() is [var name, _] ? Text(Sample.Of(name)) : $"{(current as ICollection)?.Count ?? 0}";
            Write(into, $"{path}:{key}", element, null);
        }
        else
        {
            foreach (var property in Sample.Settable(kind))
            {
                Write(into, $"{path}:{property.Name}", property.PropertyType, null);
            }
        }
    }

    private static void Read(Dictionary<string, string?> into, string path, object? value)
    {
        if (value is null || IsScalar(value.GetType()))
        {
            into[path] = Text(value);
        }
        else if (value is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                Read(into, $"{path}:{Text(entry.Key)}", entry.Value);
            }
        }
        else if (value is IEnumerable list)
        {
            foreach (var (index, item) in list.Cast<object?>().Index())
            {
                Read(into, $"{path}:{index}", item);
            }
        }
        else
        {
            foreach (var property in Sample.Settable(value.GetType()))
            {
                Read(into, $"{path}:{property.Name}", property.GetValue(value));
            }
        }
    }

    private static bool IsScalar(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Uri) || type == typeof(Version)
        || type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IParsable<>));

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[^1] : null;

    private static string? Text(object? value) => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
}
