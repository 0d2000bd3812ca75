using System.Text.Json;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Finds a lost presenter or template video by its title, the only field of ours that HeyGen's list shows (schema of 2026-10; a page holds 100 videos).</summary>
internal sealed class HeyGenLookup(HeyGenCalls calls)
{
    private const int MostPages = 5;

    public async Task<RemoteJobMatch> FindAsync(SubmissionTrace trace, CancellationToken cancellationToken)
    {
        if (HeyGenModels.ProductOfRoute(trace.Route) is not (HeyGenProduct.Presenter or HeyGenProduct.Template))
        {
            return new RemoteJobMatch.NotSupported();
        }

        var found = new HashSet<string>();
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var next = token is null ? "" : $"&token={Uri.EscapeDataString(token)}";
            var answer = await calls.GetAsync($"/v3/videos?limit=100&title={Uri.EscapeDataString(trace.ClientReference)}{next}", cancellationToken).ConfigureAwait(false);
            var said = HeyGenCalls.Data(answer);
            foreach (var video in said.Data is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
            {
                // A vendor that does not know the filter returns everything; only our own title counts.
                if (HeyGenSaid.Member(video, "title")?.EndsWith(trace.ClientReference, StringComparison.Ordinal) == true && HeyGenSaid.Member(video, "id") is { } id)
                {
                    found.Add(id);
                }
            }

            token = said.NextToken;
            if (token is null)
            {
                break;
            }
        }

        return found.ToList() switch
        {
            [] => new RemoteJobMatch.NotFound(),
            [var one] => new RemoteJobMatch.Found(one),
            var several => new RemoteJobMatch.Ambiguous(several),
        };
    }
}
