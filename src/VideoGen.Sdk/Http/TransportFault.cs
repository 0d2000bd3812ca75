using System.Security.Authentication;

namespace VideoGen.Sdk.Http;

/// <summary>Turns what a connection failed with into a failure whose words carry nothing that was sent.</summary>
internal static class TransportFault
{
    public static ProviderFailure Before(Exception e) => new() { Kind = KindOf(e), Charge = ChargeCertainty.None, Message = $"Nothing was sent: {Words(e)}." };

    public static ProviderFailure After(Exception? e) => new()
    {
        Kind = ProviderFailureKind.UnknownOutcome,
        Charge = ChargeCertainty.Unknown,
        Message = $"The request left and no answer came back: {Words(e)}. A paid job may exist.",
    };

    public static ProviderFailure Free(Exception e) => new() { Kind = KindOf(e), Charge = ChargeCertainty.None, Message = $"The call failed: {Words(e)}." };

    public static ProviderFailure Refused(ProviderFailureKind kind, string words) => new() { Kind = kind, Message = words };

    private static ProviderFailureKind KindOf(Exception e) => e switch
    {
        AddressRefusedException => ProviderFailureKind.NotSupported,
        TimeoutException => ProviderFailureKind.Timeout,
        _ => ProviderFailureKind.Transient,
    };

    // Messages of the framework may carry addresses, so they are never passed on; the kinds are enough to act on.
    private static string Words(Exception? e) => e switch
    {
        null => "something in the app's own handlers answered in its place",
        AddressRefusedException or AnswerTooLargeException or TimeoutException or RepeatedSendException => e.Message.TrimEnd('.'),
        OperationCanceledException => "the call was cancelled",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the host's name was not found",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the connection was refused or could not be made",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException => "TLS was refused",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "the proxy refused the tunnel",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the answer broke off",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => "the answer was not HTTP",
        HttpRequestException or IOException => "the connection broke",
        _ => $"{e.GetType().Name}",
    };
}
