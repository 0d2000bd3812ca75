using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Deep equality by property, naming the place of the first difference.</summary>
public static class Same
{
    public static void MustBe(object? expected, object? actual, string path = "")
    {
        if (expected is null || actual is null)
        {
            Assert.True(expected is null && actual is null, $"{path}: expected {expected ?? "null"}, found {actual ?? "null"}");
        }
        else if (Shape.IsList(expected))
        {
            Lists(Shape.ElementsOf(expected), Shape.ElementsOf(actual), path);
        }
        else if (Shape.IsOurs(expected))
        {
            Assert.True(expected.GetType() == actual.GetType(), $"{path}: expected a {expected.GetType().Name}, found a {actual.GetType().Name}");
            foreach (var property in Shape.PropertiesOf(expected))
            {
                MustBe(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
            }
        }
        else
        {
            Assert.True(expected.Equals(actual), $"{path}: expected {expected}, found {actual}");
        }
    }

    private static void Lists(List<object?> expected, List<object?> actual, string path)
    {
        Assert.True(expected.Count == actual.Count, $"{path}: expected {expected.Count} elements, found {actual.Count}");
        for (var i = 0; i < expected.Count; i++)
        {
            MustBe(expected[i], actual[i], $"{path}[{i}]");
        }
    }
}
