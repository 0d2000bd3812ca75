using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Callbacks;

/// <summary>A delivery that is not signed, or not for us alone: hearsay that may make us ask.</summary>
internal sealed record CallbackHint(IVideoProvider Provider, SubmissionIntent Intent, CallbackReading Reading);
