import { NoDocument } from '@/components/review/no-document'

export default function DocumentNotFound() {
  return <NoDocument />
}
