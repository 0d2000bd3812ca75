namespace VideoGen.Sdk.Reporting;

/// <summary>What a cost report covers and where it goes.</summary>
public sealed record CostReportOptions
{
    /// <summary>Days, today included. From 1 to 3,650. Default 30.</summary>
    public int Days { get; init; } = 30;

    /// <summary>Folder of the three files; missing folders are made. Default <c>data/reports/video_analytics</c> in the working folder.</summary>
    public string Folder { get; init; } = Path.Combine("data", "reports", "video_analytics");

    /// <summary>Name of the files without ending; files of that name are replaced. Null, the default, names them by first and last day: <c>cost-report-2026-11-01-to-2026-11-30</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>Headline. Default <c>Video cost report</c>.</summary>
    public string Title { get; init; } = "Video cost report";
}
