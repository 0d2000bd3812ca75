namespace VideoGen.Sdk.Reporting;

/// <summary>The folder of a report cannot be written. No unfinished file is left in it; files of an earlier report are as they were, or wholly replaced.</summary>
public sealed class ReportFolderException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public ReportFolderException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ReportFolderException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public ReportFolderException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The folder.</summary>
    public string? Folder { get; init; }

    internal static ReportFolderException Of(string folder, Exception cause) =>
        new($"The report folder '{folder}' cannot be written; choose another folder or give this process write permission. {cause.Message}", cause) { Folder = folder };
}
