using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Fails for a sample that leaves a property at its default: a property added later would go untested.</summary>
public static class Filled
{
    public static void MustBe(object value, string path = "")
    {
        foreach (var property in Shape.PropertiesOf(value))
        {
            var place = $"{path}{value.GetType().Name}.{property.Name}";
            var content = property.GetValue(value);
            var unset = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null ? Activator.CreateInstance(property.PropertyType) : null;
            Assert.False(content is null || content.Equals(unset) || content is "", $"{place} has no value in the sample; give it one, so that saving and loading it is tested.");
            Content(content!, place);
        }
    }

    private static void Content(object content, string place)
    {
        if (Shape.IsList(content))
        {
            var elements = Shape.ElementsOf(content);
            Assert.True(elements.Count > 0, $"{place} is empty in the sample; give it an element.");
            elements.OfType<object>().Where(Shape.IsOurs).ToList().ForEach(element => MustBe(element, place + " > "));
        }
        else if (Shape.IsOurs(content))
        {
            MustBe(content, place + " > ");
        }
    }
}
