using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk;

namespace QueueWorker;

/// <summary>Where jobs and ledger are kept.</summary>
/// <param name="IsShared">Whether it is PostgreSQL.</param>
/// <param name="Place">Path of the SQLite file, or an Npgsql connection string.</param>
internal sealed record StoreChoice(bool IsShared, string Place)
{
    /// <summary>Where videos go unless another folder is named.</summary>
    public string AssetFolder => Path.Combine(IsShared ? "" : Path.GetDirectoryName(Path.GetFullPath(Place))!, "assets");

    public static bool TryRead(string text, [NotNullWhen(true)] out StoreChoice? store)
    {
        store = text.Split(':', 2) switch
        {
            ["sqlite", { Length: > 0 } path] => new StoreChoice(false, path),
            ["postgres", { Length: > 0 } connection] => new StoreChoice(true, connection),
            _ => null,
        };
        return store is not null;
    }

    public void AddTo(IVideoGenerationBuilder builder)
    {
        if (IsShared)
        {
            builder.UsePostgreSql(Place);
        }
        else
        {
            builder.UseSqlite(Place);
        }
    }
}
