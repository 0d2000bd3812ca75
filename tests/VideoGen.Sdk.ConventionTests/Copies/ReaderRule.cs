using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>
/// A value that is missing in JSON must come out as the type's own default. A source-generated reader sets every <c>init</c> property,
/// also the missing ones, and so a default written beside an <c>init</c> is lost: an old payload then yields a null nobody expects.
/// </summary>
internal static class ReaderRule
{
    public static IEnumerable<string> Faults(Type context)
    {
        var options = ((JsonSerializerContext)Activator.CreateInstance(context)!).Options;
        return TypesOf(context).Distinct().Select(type => options.GetTypeInfo(type)).Where(CanBeMade).SelectMany(info => Faults(context, info));
    }

    private static IEnumerable<string> Faults(Type context, JsonTypeInfo info)
    {
        var read = Least(info).Deserialize(info)!;
        var made = Activator.CreateInstance(info.Type)!;
        return info.Properties.Where(property => property is { IsRequired: false, Set: not null, Get: not null })
            .Select(property => (property.Name, Expected: property.Get!(made), Found: property.Get(read)))
            .Where(each => each.Expected is IEnumerable and not string ? each.Found is null : !Equals(each.Expected, each.Found))
            .Select(each => $"{context.Name}: {info.Type.Name}.{each.Name} is '{each.Found ?? "null"}' when JSON says nothing; its default is '{each.Expected}'");
    }

    /// <summary>The shortest JSON that the reader takes: only what is required, at every depth.</summary>
    private static JsonNode? Least(JsonTypeInfo info) => info.Kind switch
    {
        JsonTypeInfoKind.Object when info.PolymorphismOptions is { DerivedTypes: [var derived, ..] } choice =>
            Required(info.Options.GetTypeInfo(derived.DerivedType), new JsonObject { [choice.TypeDiscriminatorPropertyName] = JsonValue.Create(derived.TypeDiscriminator as string) }),
        JsonTypeInfoKind.Object => Required(info, []),
        JsonTypeInfoKind.Enumerable => new JsonArray(),
        JsonTypeInfoKind.Dictionary => new JsonObject(),
        _ => JsonSerializer.SerializeToNode(Sample.Of(info.Type), info),
    };

    private static JsonObject Required(JsonTypeInfo info, JsonObject into)
    {
        foreach (var property in info.Properties.Where(property => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false }))
        {
            into[property.Name] = Least(info.Options.GetTypeInfo(property.PropertyType));
        }

        return into;
    }

    // What has constructor parameters keeps its defaults in them, which the generated reader does honour.
    private static bool CanBeMade(JsonTypeInfo info) => info.Kind == JsonTypeInfoKind.Object && info.Type is { IsAbstract: false, IsClass: true } && info.Type.GetConstructor(Type.EmptyTypes) is not null;

    // The generated context has one property for each type it knows, listed or only reached.
    private static IEnumerable<Type> TypesOf(Type context) => context.GetProperties()
        .Select(property => property.PropertyType)
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(JsonTypeInfo<>))
        .Select(type => type.GetGenericArguments()[0]);
}
