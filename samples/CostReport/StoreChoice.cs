using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk;

namespace CostReport;

/// <summary>Where the ledger is.</summary>
/// <param name="Kind"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Place">Path of the file, or an Npgsql connection string.</param>
internal sealed record StoreChoice(string Kind, string Place)
{
    /// <summary>As it is written on the command line.</summary>
    public string Text => $"{Kind}:{Place}";

    public static StoreChoice Read(string text) => text.Split(':', 2) is ["sqlite" or "postgres", { Length: > 0 }] parts
        ? new StoreChoice(parts[0], parts[1])
        : throw new FormatException("--store: give sqlite:PATH or postgres:CONN.");

    public IVideoGenerationBuilder AddTo(IVideoGenerationBuilder builder) => Kind == "sqlite" ? builder.UseSqlite(Place) : builder.UsePostgreSql(Place);
}
