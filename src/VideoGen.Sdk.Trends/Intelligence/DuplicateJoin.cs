using System.Runtime.InteropServices;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>Joins what says the same: titles that share a key, and titles of which one has a single word more. The order of the items does not matter.</summary>
internal static class DuplicateJoin
{
    public static (List<Cluster> Clusters, List<LeftOutItem> LeftOut) Join(IReadOnlyCollection<TrendItem> items)
    {
        var reader = new WordReader();
        var leftOut = new List<LeftOutItem>();
        var members = new List<(TrendItem Item, TitleWords Words)>(items.Count);
        var known = new HashSet<(string, string)>(items.Count);
        foreach (var item in items)
        {
            if (!known.Add((item.Source, item.Id)))
            {
                continue;
            }

            if (TitleWords.Of(item.Title, reader) is { } words)
            {
                members.Add((item, words));
            }
            else
            {
                leftOut.Add(LeftOutItem.Of(item.Title, "its title has no words"));
            }
        }

        return (Group(members), leftOut);
    }

    private static List<Cluster> Group(List<(TrendItem Item, TitleWords Words)> members)
    {
        var roots = new int[members.Count];
        var owners = new Dictionary<ulong, int>(members.Count * 2);
        for (var i = 0; i < members.Count; i++)
        {
            roots[i] = i;
            var words = members[i].Words;
            Own(words.Key, i);
            Own(words.Joined, i);
            Own(words.Written, i);
            if (words.Head != 0)
            {
                Own(words.Head, i);
            }
        }

        for (var i = 0; i < members.Count; i++)
        {
            foreach (var key in members[i].Words.OneLess)
            {
                if (owners.TryGetValue(key, out var other))
                {
                    Unite(roots, i, other);
                }
            }
        }

        return Collect(members, roots);

        void Own(ulong key, int member)
        {
            ref var owner = ref CollectionsMarshal.GetValueRefOrAddDefault(owners, key, out var exists);
            if (exists)
            {
                Unite(roots, member, owner);
            }
            else
            {
                owner = member;
            }
        }
    }

    private static List<Cluster> Collect(List<(TrendItem Item, TitleWords Words)> members, int[] roots)
    {
        var clusters = new Dictionary<int, Cluster>();
        for (var i = 0; i < members.Count; i++)
        {
            var root = RootOf(roots, i);
            if (!clusters.TryGetValue(root, out var cluster))
            {
                clusters.Add(root, cluster = new Cluster());
            }

            cluster.Members.Add(members[i]);
        }

        foreach (var cluster in clusters.Values)
        {
            cluster.Settle();
        }

        return [.. clusters.Values];
    }

    private static void Unite(int[] roots, int one, int other)
    {
        var (a, b) = (RootOf(roots, one), RootOf(roots, other));
        roots[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int RootOf(int[] roots, int member)
    {
        while (roots[member] != member)
        {
            roots[member] = roots[roots[member]];
            member = roots[member];
        }

        return member;
    }
}
