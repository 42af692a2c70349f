import { sizeProblem } from '@/lib/files/upload-policy'
import type { FileCheck } from './check-file'

/** What is said of a file where the check cannot be fetched, as without a line: the server looks at it in any case. */
export function uncheckedFile(file: Pick<File, 'size' | 'type'>): FileCheck {
  const problem = sizeProblem(file.size)
  return problem ? { problem } : { contentType: file.type || 'application/octet-stream', pages: null }
}
