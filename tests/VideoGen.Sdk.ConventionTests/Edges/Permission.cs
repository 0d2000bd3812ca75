using Microsoft.CodeAnalysis;

namespace VideoGen.Sdk.ConventionTests.Edges;

/// <summary>One entry in a row of the edge table: a slice that may be used, wholly or only some kinds of its types.</summary>
internal sealed record Permission(string Slice, Func<INamedTypeSymbol, bool> Allows)
{
    public static Permission Whole(string slice) => new(slice, _ => true);

    /// <summary>Only what carries data: records, structs, enums.</summary>
    public static Permission Records(string slice) => new(slice, IsData);

    /// <summary>Data, and interfaces with one of the given endings.</summary>
    public static Permission Interfaces(string slice, params string[] endings) =>
        new(slice, type => IsData(type) || (type.TypeKind == TypeKind.Interface && endings.Any(type.Name.EndsWith)));

    private static bool IsData(INamedTypeSymbol type) => type.IsRecord || type.TypeKind is TypeKind.Enum or TypeKind.Struct;
}
