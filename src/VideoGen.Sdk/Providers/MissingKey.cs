namespace VideoGen.Sdk.Providers;

/// <summary>Says that an account has no key, and where to put one.</summary>
internal static class MissingKey
{
    /// <summary>The sentence with its fix; null where the account has a key or lacks something else.</summary>
    public static string? Of(ProviderRegistration registration)
    {
        if (registration.Provider.CheckReadiness() is not { IsReady: false, Reason: { } reason } || !reason.StartsWith(ProviderKeyMissingException.Sentence, StringComparison.Ordinal))
        {
            return null;
        }

        // Vendors know the names of their keys, but not which of their accounts is asked.
        var descriptor = registration.Provider.Descriptor;
        return descriptor.Account == AccountName.Default
            ? reason
            : $"{ProviderKeyMissingException.Sentence} '{descriptor.Id}'. Set {AccountName.SectionOf(descriptor.Id)}:ApiKey: a named account takes no key from the environment names.";
    }

    /// <summary>Why an account is not ready, in the words fit for it; null when it is.</summary>
    public static string? ReasonOf(ProviderRegistration registration) =>
        Of(registration) ?? (registration.Provider.CheckReadiness() is { IsReady: false } readiness ? readiness.Reason ?? "is not ready" : null);
}
