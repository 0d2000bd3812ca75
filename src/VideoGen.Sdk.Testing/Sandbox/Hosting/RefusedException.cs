namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>A vendor's refusal on its way out of nested checks; the door turns it back into an answer.</summary>
internal sealed class RefusedException(Reply reply) : Exception
{
    public Reply Reply => reply;
}
