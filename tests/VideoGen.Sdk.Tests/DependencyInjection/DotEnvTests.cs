using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Tests.DependencyInjection;

public sealed class DotEnvTests : IDisposable
{
    // The seed's own lines, the remark after the last one included.
    private const string Seed = """
        # Free tier (recommended for testing)
        KLING_API_KEY=your-kling-api-key

        # Mid-tier (paid)
        PIKA_API_KEY=your-pika-api-key

        # Premium tier (paid)
        RUNWAY_API_KEY=your-runway-api-key
        HEYGEN_API_KEY=your-heygen-api-key

        # Enterprise (paid)
        OPENAI_API_KEY=your-openai-api-key  # For Sora
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-env-");

    [Fact]
    public void The_lines_of_the_seed_are_read_without_their_remarks()
    {
        var read = Read(Seed);

        Assert.Equal("your-kling-api-key", read["KLING_API_KEY"]);
        Assert.Equal("your-pika-api-key", read["PIKA_API_KEY"]);
        Assert.Equal("your-runway-api-key", read["RUNWAY_API_KEY"]);
        Assert.Equal("your-heygen-api-key", read["HEYGEN_API_KEY"]);
        Assert.Equal("your-openai-api-key", read["OPENAI_API_KEY"]);
    }

    [Fact]
    public void A_key_of_the_file_makes_its_provider_ready_and_stays_out_of_the_process()
    {
        using var app = new ServiceCollection().AddVideoGeneration(Read("KLING_API_KEY=k\nFAL_KEY=f\nRUNWAYML_API_SECRET=r")).Services.BuildServiceProvider();

        Assert.All((string[])["kling", "fal", "runway"], n => Assert.True(app.GetRequiredService<ProviderRegistry>().Find(n, "default")!.Provider.CheckReadiness().IsReady));
        Assert.Null(Environment.GetEnvironmentVariable("RUNWAYML_API_SECRET"));
    }

    [Fact]
    public void The_real_environment_wins_wherever_the_file_stands()
    {
        const string name = "VGSDKTEST_DOTENV_KEY";
        Environment.SetEnvironmentVariable(name, "real");
        try
        {
            var builder = new ConfigurationBuilder().AddEnvironmentVariables();

            Assert.Equal("real", builder.AddDotEnvFile(Write($"{name}=file")).Build()[name]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void Two_underscores_make_a_section_and_quotes_and_export_are_understood()
    {
        var read = Read("VideoGeneration__Budget__DailyLimitUsd=5\nexport A_KEY=\"with # and spaces\"\nB_KEY='x=y'\n");

        Assert.Equal("5", read["VideoGeneration:Budget:DailyLimitUsd"]);
        Assert.Equal(("with # and spaces", "x=y"), (read["A_KEY"], read["B_KEY"]));
    }

    [Fact]
    public void A_missing_file_is_no_fault_unless_it_is_wanted()
    {
        var path = Path.Combine(folder.FullName, "none.env");

        Assert.Empty(new ConfigurationBuilder().AddDotEnvFile(path).Build().AsEnumerable());
        var missing = Assert.Throws<FileNotFoundException>(() => new ConfigurationBuilder().AddDotEnvFile(path, optional: false).Build());
        Assert.Contains(path, missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# keys\n\nKLING_API_KEY=k\nsecret-without-a-name\nPIKA_API_KEY=p", 4)]
    [InlineData("KLING_API_KEY: secret-in-yaml", 1)]
    [InlineData("KLING_API_KEY=k\r\n=secret-of-nobody", 2)]
    [InlineData("export =secret-of-nobody", 1)]
    [InlineData("KLING_API_KEY=k\nexport PIKA_API_KEY", 2)]
    [InlineData("a secret note = something", 1)]
    [InlineData("CERT=\"one\ntwo\"\nsecret", 3)]
    public void A_line_that_is_no_name_and_value_is_refused_by_its_number_and_never_quoted(string text, int line)
    {
        var fault = Assert.Throws<FormatException>(() => Read(text));

        Assert.Contains(Path.Combine(folder.FullName, ".env"), fault.Message, StringComparison.Ordinal);
        Assert.Contains($"line {line} ", fault.Message, StringComparison.Ordinal);
        Assert.All((string[])["secret", "PIKA", "KLING"], word => Assert.DoesNotContain(word, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_quoted_value_may_go_over_lines_that_look_like_nothing_by_themselves()
    {
        var read = Read("CERT=\"one\n  two \\\" \n\n#three\"\nA_KEY= 'it\\'s\nhere' # it's\nEMPTY=\n  # note\nB_KEY=it's");

        Assert.Equal("one\n  two \" \n\n#three", read["CERT"]!.ReplaceLineEndings("\n"));
        Assert.Equal(("it's\nhere", "", "it's"), (read["A_KEY"]!.ReplaceLineEndings("\n"), read["EMPTY"], read["B_KEY"]));
    }

    [Fact]
    public void A_rotated_key_is_read_again()
    {
        var path = Write("KLING_API_KEY=old");
        var root = new ConfigurationBuilder().AddDotEnvFile(path).Build();
        File.WriteAllText(path, "KLING_API_KEY=new");
        root.Reload();

        Assert.Equal("new", root["KLING_API_KEY"]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private IConfigurationRoot Read(string text) => new ConfigurationBuilder().AddDotEnvFile(Write(text)).Build();

    private string Write(string text)
    {
        var path = Path.Combine(folder.FullName, ".env");
        File.WriteAllText(path, text);
        return path;
    }
}
