using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Layout;

public sealed class LengthTests
{
    [Fact]
    public void No_file_is_over_three_hundred_lines() =>
        Verdict.Clean(LengthRule.TooLong(Repository.CSharp("src", "tests", "samples", "benchmarks").Select(file => (file.Path, file.Lines))));

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Files_are_short_by_habit(string folder) => Verdict.Clean(LengthRule.Habit(Repository.CSharp(folder).Select(file => file.Lines)));

    [Fact]
    public void A_long_file_is_found() => Assert.Single(LengthRule.TooLong([("a.cs", 301), ("b.cs", 300)]));

    [Fact]
    public void A_habit_of_long_files_is_found() => Assert.Equal(2, LengthRule.Habit([100, 100, 200]).Count());

    [Fact]
    public void One_long_file_in_ten_is_no_habit() => Assert.Empty(LengthRule.Habit([10, 20, 30, 40, 50, 60, 70, 80, 90, 200]));
}
