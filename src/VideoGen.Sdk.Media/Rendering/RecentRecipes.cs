namespace VideoGen.Sdk.Media.Rendering;

/// <summary>The recipes that this process submitted last, for direct use without a spec. Only in memory: prompts belong on no disk without the app's leave.</summary>
internal sealed class RecentRecipes
{
    private const int Most = 256;
    private readonly Lock gate = new();
    private readonly Dictionary<string, RenderRecipe> byId = new(StringComparer.Ordinal);
    private readonly Queue<string> order = [];

    public void Add(string id, RenderRecipe recipe)
    {
        lock (gate)
        {
            if (byId.TryAdd(id, recipe))
            {
                order.Enqueue(id);
            }

            if (order.Count > Most)
            {
                byId.Remove(order.Dequeue());
            }
        }
    }

    public RenderRecipe? Find(string id)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(id);
        }
    }
}
