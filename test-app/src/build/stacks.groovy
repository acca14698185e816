// Resolves the HTTP libraries that child JVMs are run with, each version with all that it needs.
// One project cannot depend on several versions of a library, so they are asked for one by one, by
// Maven's own resolver. A property stack.NAME, coordinates with commas between them, becomes the
// file stacks/NAME with the path of a jar on each line.
import org.eclipse.aether.RepositorySystem
import org.eclipse.aether.artifact.DefaultArtifact
import org.eclipse.aether.collection.CollectRequest
import org.eclipse.aether.graph.Dependency
import org.eclipse.aether.resolution.DependencyRequest

def system = session.lookup(RepositorySystem.name)
def folder = new File(project.build.directory, 'stacks')
folder.mkdirs()

project.properties.findAll { it.key.startsWith('stack.') }.each { key, value ->
  def collect = new CollectRequest(repositories: project.remoteProjectRepositories)
  value.split(',').each {
    collect.addDependency(new Dependency(new DefaultArtifact(it.trim()), 'runtime'))
  }
  def resolved = system.resolveDependencies(
      session.repositorySession, new DependencyRequest(collect, null))
  new File(folder, key.substring('stack.'.length())).text =
      resolved.artifactResults.collect { it.artifact.file.path }.join('\n') + '\n'
}
