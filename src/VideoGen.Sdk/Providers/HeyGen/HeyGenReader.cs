using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Reads what became of a create.</summary>
internal static class HeyGenReader
{
    public static SubmissionOutcome Outcome(TransportOutcome outcome, string route)
    {
        if (outcome is not TransportOutcome.Answered { Answer: var answer })
        {
            return outcome is TransportOutcome.NotSent n ? new SubmissionOutcome.NotSent(n.Failure) : new SubmissionOutcome.Unknown(((TransportOutcome.Lost)outcome).Failure);
        }

        var said = HeyGenSaid.Of(answer);
        return said is not null && IdOf(said, HeyGenModels.ProductOfRoute(route)) is { } id ? new SubmissionOutcome.Accepted(id)
            : said is not null && HeyGenErrors.IsRefusal(answer.Code, said) ? new SubmissionOutcome.Rejected(HeyGenErrors.Of(answer, said))
            : new SubmissionOutcome.Unknown(HeyGenErrors.Unknown(answer, said));
    }

    // Products name the id differently; an agent is followed by its session, because its video may come later.
    private static string? IdOf(HeyGenSaid said, HeyGenProduct product) =>
        product == HeyGenProduct.Agent ? said.Text("session_id") : said.Text("video_id") ?? said.Text("id");
}
