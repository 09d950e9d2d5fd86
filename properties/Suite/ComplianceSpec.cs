using System.Reflection;
using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Suite;

/// <summary>Fails while there is a target of an area but no spec that judges it: derive it once.</summary>
public abstract class ComplianceSpec
{
    /// <summary>Where targets and specs are looked for.</summary>
    protected virtual IEnumerable<Assembly> Assemblies => [GetType().Assembly];

    /// <summary>Specs that are left out on purpose.</summary>
    protected virtual IEnumerable<Type> Ignored => [];

    /// <summary>Every area that has a target has a spec.</summary>
    [Fact]
    public void Every_area_that_has_a_target_has_a_spec()
    {
        var classes = Assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false });
        var missing = Missing([.. classes]).ToList();
        if (missing.Count > 0) throw new RequirementFailedException(string.Join('\n', missing));
    }

    private IEnumerable<string> Missing(List<Type> classes)
    {
        foreach (var spec in typeof(ComplianceSpec).Assembly.GetTypes().Where(IsSpec).Except(Ignored))
        {
            var target = typeof(ITarget<,>).MakeGenericType(spec.BaseType!.GenericTypeArguments);
            var found = classes.FindAll(target.IsAssignableFrom);
            if (found.Count == 0 || classes.Exists(c => c.IsSubclassOf(spec))) continue;
            yield return $"{found[0].FullName} is a target, but no class derives {spec.FullName}: derive it, or list it"
                + $" in {nameof(Ignored)}";
        }
    }

    private static bool IsSpec(Type type) =>
        type is { IsAbstract: true, BaseType: { IsGenericType: true } }
        && type.BaseType.GetGenericTypeDefinition() == typeof(AreaSpec<,>);
}
