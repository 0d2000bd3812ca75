namespace VideoGen.Sdk.S3;

/// <summary>Which bucket keeps the files, and how it is reached. Bound from <c>VideoGeneration:Assets:S3</c>.</summary>
public sealed class S3Options
{
    /// <summary>The bucket's name; it must be there. Needed.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>The region, such as <c>eu-central-1</c>. Default none: the AWS SDK's own chain (environment, profile, machine) says it.</summary>
    public string? Region { get; set; }

    /// <summary>The address of another server that speaks S3, such as <c>http://127.0.0.1:9000</c>; its buckets are then named in the path. Default none: Amazon's.</summary>
    public Uri? ServiceUrl { get; set; }

    /// <summary>The access key's id. Default none: the AWS SDK's own chain finds credentials.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>The access key, a secret. Given together with <see cref="AccessKeyId"/> or not at all.</summary>
    public string? SecretAccessKey { get; set; }

    /// <summary>Put before every name, such as <c>app/</c>. Default empty.</summary>
    public string Prefix { get; set; } = "";
}
