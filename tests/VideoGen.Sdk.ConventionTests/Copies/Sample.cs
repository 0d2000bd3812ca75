using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>Makes a value of any type that differs from the type's default, so that a lost one shows.</summary>
internal static class Sample
{
    private const int Deepest = 4;

    private static readonly Dictionary<Type, object> Plain = new()
    {
        [typeof(string)] = "sample",
        [typeof(bool)] = true,
        [typeof(byte)] = (byte)7,
        [typeof(int)] = 7,
        [typeof(long)] = 7L,
        [typeof(double)] = 0.7,
        [typeof(decimal)] = 0.7m,
        [typeof(Guid)] = new Guid("00000000-0000-0000-0000-000000000007"),
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(7),
        [typeof(DateTimeOffset)] = DateTimeOffset.UnixEpoch.AddDays(7),
        [typeof(DateOnly)] = new DateOnly(2027, 7, 7),
        [typeof(TimeOnly)] = new TimeOnly(7, 7),
        [typeof(Uri)] = new Uri("https://example.com/7"),
        [typeof(Version)] = new Version(7, 7),
        [typeof(Type)] = typeof(Sample),
        [typeof(object)] = "sample",
        [typeof(ReadOnlyMemory<byte>)] = new ReadOnlyMemory<byte>([7]),
        [typeof(System.Text.Json.JsonElement)] = System.Text.Json.JsonElement.Parse("7"),
        [typeof(Stream)] = Stream.Null,
        [typeof(TimeZoneInfo)] = TimeZoneInfo.Utc,
        [typeof(TimeProvider)] = TimeProvider.System,
        [typeof(Exception)] = new InvalidOperationException("sample"),
    };

    /// <summary>Null when no value can be made: an endless type, or an interface that nobody implements.</summary>
    public static object? Of(Type type, int depth = 0)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        return Plain.GetValueOrDefault(kind) ?? kind switch
        {
            { IsEnum: true } => Enum.GetValues(kind).Cast<object>().Last(),
            _ when depth > Deepest => null,
            { IsArray: true } => Listed(kind.GetElementType()!, depth),
            _ when ElementOf(kind) is { } element => Collected(kind, element, depth),
            _ when typeof(Delegate).IsAssignableFrom(kind) => null,
            { IsAbstract: true } => Concrete(kind) is { } nested ? Of(nested, depth) : null,
            _ => Filled(kind, depth),
        };
    }

    /// <summary>An instance whose every property with a setter holds a sample, made without any constructor so that none can refuse.</summary>
    public static object Filled(Type type, int depth = 0)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Settable(type))
        {
            property.SetValue(made, Of(property.PropertyType, depth + 1));
        }

        return made;
    }

    public static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0);

    private static Type? ElementOf(Type type) => type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[^1] : null;

    private static Array Listed(Type element, int depth)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Of(element, depth + 1), 0);
        return list;
    }

    private static object? Collected(Type type, Type element, int depth)
    {
        if (type.GetGenericArguments() is [var key, _])
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, element))!;
            map.Add(Of(key, depth + 1)!, Of(element, depth + 1));
            return type.IsInstanceOfType(map) ? map : null;
        }

        var list = Listed(element, depth);
        return type.IsInstanceOfType(list) ? list
            : type.IsInterface ? Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), list)
            : Activator.CreateInstance(type, list);
    }

    private static Type? Concrete(Type type) => type.Assembly.GetTypes().FirstOrDefault(each => !each.IsAbstract && !each.ContainsGenericParameters && each.IsAssignableTo(type));
}
